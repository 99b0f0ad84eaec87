import type { PackedPlugin } from './PackedPlugin';

/**
 * A shell script that pushes the images of a release, to be run where the registry is reached. By a tool that copies bytes:
 * one that packs the layer anew would give the image another digest than the one that the portal is told.
 */
export function pushScript(plugins: readonly PackedPlugin[]): string {
  return [
    '#!/bin/sh',
    '# Pushes the images of this release with their digests: sh push-images.sh registry.example.com/portal',
    '# Further arguments go to skopeo, such as --dest-authfile FILE. Sign in before with "skopeo login".',
    'set -eu',
    'registry=${1:?which registry, such as registry.example.com/portal?}',
    'shift',
    'cd "$(dirname "$0")"',
    ...plugins.map(
      ({ image: { name, tag } }) =>
        `skopeo copy --preserve-digests "$@" oci:images/${name} "docker://$registry/${name}:${tag}"`,
    ),
    '',
  ].join('\n');
}
