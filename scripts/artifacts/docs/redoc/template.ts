import { handwritten } from "../assets/read.ts";
import { ICON } from "../components/layout.ts";

/** The page around Redoc (Handlebars). */
export const TEMPLATE = `<!doctype html>
<!-- {{templateOptions.notice}} -->
<html lang="en">
<head>
<meta charset="utf-8">
<title>{{title}}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{{templateOptions.description}}">
<meta property="og:title" content="{{title}}">
<meta property="og:description" content="{{templateOptions.description}}">
<meta property="og:type" content="website">
<link rel="icon" href="${ICON}">
{{{redocHead}}}
<style>
${handwritten("redoc.css")}</style>
</head>
<body>
{{{redocHTML}}}
<script>
${handwritten("redoc.js")}</script>
</body>
</html>
`;
