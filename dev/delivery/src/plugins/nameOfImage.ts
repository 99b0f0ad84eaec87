import { folderNameOfPackage } from './folderNameOfPackage';

/**
 * Name of the image of a dynamic package, and of the one folder in it, as the images of Developer Hub's own plugins have
 * them: `@scope/plugin-x-dynamic` becomes `scope-plugin-x`.
 */
export function nameOfImage(packageName: string): string {
  return folderNameOfPackage(packageName).replace(/-dynamic$/, '');
}
