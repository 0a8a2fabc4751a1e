/** The editor that the page loads, when somebody opens it: as published on npm, and no other bytes than these. */
export const decap = {
  folder: 'https://unpkg.com/decap-cms@3.16.3/dist/',
  file: 'decap-cms.js',
  integrity: 'sha384-A/Gdn928CNLufmnGWGs9RM4Q9o8bSNLeJERqBFrBjwzL7FRpoLT3MPF8Tl0+Wd2p',
}

/**
 * What the page may load and run, as a content security policy: itself, Decap CMS (which compiles checks of its configuration as it
 * starts, and sets styles as it goes), and whatever host the repository is on.
 */
const policy = [
  "default-src 'none'",
  "base-uri 'none'",
  "connect-src 'self' blob: data: https:",
  "font-src 'self' data:",
  "form-action 'self'",
  "frame-src 'self' blob:",
  "img-src 'self' blob: data: https:",
  `script-src 'self' 'unsafe-eval' ${decap.folder}`,
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
].join('; ')

/** The page that editors open. `config.yml` and `admin.js` stand beside it. */
export function renderAdminPage(): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Editing</title>
<link rel="cms-config-url" type="text/yaml" href="config.yml">
<script src="admin.js"></script>
</head>
<body>
<noscript>Forms for editors need JavaScript. Without it, edit the files in content/.</noscript>
<script src="${decap.folder}${decap.file}" integrity="${decap.integrity}" crossorigin="anonymous"></script>
</body>
</html>
`
}
