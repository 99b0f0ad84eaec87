/**
 * How the API reports of the public packages are written, or checked with `--ci`.
 *
 * Left out are remarks about members without a sentence of their own, where the name says it all, and
 * about types that the analysis finds as sources because workspaces are linked.
 */
export const apiReports = [
  'api-reports',
  '--include',
  'plugins/*',
  '--omit-messages',
  'ae-undocumented,ae-wrong-input-file-type',
] as const;
