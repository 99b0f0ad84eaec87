/**
 * Name of the folder for a package, as `npm pack` and Red Hat Developer Hub make it:
 * `@scope/plugin-x-dynamic` becomes `scope-plugin-x-dynamic`.
 */
export function folderNameOfPackage(packageName: string): string {
  return packageName.replace(/^@/, '').replaceAll('/', '-');
}
