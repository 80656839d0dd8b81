// The folder that this script lies in tells where the root of the site is.
const script = document.currentScript as HTMLScriptElement;
const home = document.getElementById("home") as HTMLAnchorElement;
home.href = new URL("../index.html", script.src).href;
