/** The page around Redoc (Handlebars). Its links lead from `redoc/` to the site. */
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
<link rel="icon" href="../assets/icon.svg">
{{{redocHead}}}
<link rel="stylesheet" href="site.css">
</head>
<body>
<nav class="site-bar" aria-label="Parts of the site">
<a href="../index.html">{{templateOptions.site}}</a>
{{#if templateOptions.guide}}<a href="../{{templateOptions.guide}}">Guide</a>{{/if}}
<a href="../reference/index.html">Reference</a>
<a href="../reference/errors.html">Errors</a>
{{#if templateOptions.client}}<a href="../{{templateOptions.client}}">Client</a>{{/if}}
<a href="../changelog.html">Changelog</a>
</nav>
{{{redocHTML}}}
<script defer src="site.js"></script>
</body>
</html>
`;
