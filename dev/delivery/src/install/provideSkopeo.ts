import {
  findIn,
  foldersOfPath,
  installFromDebian,
} from '@internal/control-plane';

/** Finds skopeo, by which Developer Hub's installer fetches images, or installs it where this process may. */
export async function provideSkopeo(): Promise<string> {
  const name = 'skopeo';
  const found = await findIn(foldersOfPath(), name);
  if (found) {
    return found;
  }
  const problem =
    (await installFromDebian({ name, log: () => {} })) ??
    'apt-get installed a package without that program';
  const installed = await findIn(foldersOfPath(), name);
  if (installed) {
    return installed;
  }
  throw new Error(
    `PATH has no ${name}, and ${problem}. Install ${name}, which Developer Hub fetches images with.`,
  );
}
