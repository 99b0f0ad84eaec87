/** A dynamic plugin in the two forms in which it travels. Both hold the same files. */
export interface PackedPlugin {
  /** Name of the dynamic package, which ends in `-dynamic`. */
  name: string;
  version: string;
  archive: PackedArchive;
  image: PackedImage;
}

/** What `npm pack` makes. */
export interface PackedArchive {
  /** Absolute path. */
  file: string;
  /** In bytes. */
  size: number;
  /** What `integrity` in `dynamic-plugins.yaml` has to say. */
  integrity: string;
}

/** An image of the Open Container Initiative, as a folder in the layout that it specifies. */
export interface PackedImage {
  /** Absolute path of the layout. */
  folder: string;
  /** Name without a registry. */
  name: string;
  tag: string;
  /** Digest of the manifest, with its algorithm. */
  digest: string;
  /** Folder of the plugin in the image: what follows the `!` in `dynamic-plugins.yaml`. */
  pluginFolder: string;
}
