/** A package that the shell gives to plugins, so that there is one of it in the page. */
export interface SharedPackage {
  version: string;
  module: object;
}
