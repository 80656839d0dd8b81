// The root of the site follows from the folder of this script.
const script = document.currentScript as HTMLScriptElement;
const home = document.getElementById("home") as HTMLAnchorElement;
home.href = new URL("../index.html", script.src).href;
