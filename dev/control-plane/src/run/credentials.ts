import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { ControlPlaneFiles } from '../controlPlaneFiles';
import { keepFile } from './keepFile';

/**
 * Makes the administrator's token and the key that signs ServiceAccount tokens, or reads those of an earlier start.
 * @returns the administrator's token
 */
export async function provideCredentials(
  files: ControlPlaneFiles,
): Promise<string> {
  await keepFile(files.serviceAccountKey, () => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    return pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  });
  const tokens = await keepFile(
    files.tokens,
    // token, user, uid, groups: https://kubernetes.io/docs/reference/access-authn-authz/authentication/#static-token-file
    () => `${randomBytes(24).toString('hex')},harness,harness,system:masters\n`,
  );
  return tokens.split(',')[0];
}

/** Writes the administrator's kubeconfig; JSON is YAML. */
export async function writeAdminKubeconfig(options: {
  file: string;
  url: string;
  caFile: string;
  token: string;
}): Promise<void> {
  const { file, url, caFile, token } = options;
  const kubeconfig = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'workshop',
        cluster: { server: url, 'certificate-authority': caFile },
      },
    ],
    users: [{ name: 'harness', user: { token } }],
    contexts: [
      { name: 'workshop', context: { cluster: 'workshop', user: 'harness' } },
    ],
    'current-context': 'workshop',
  };
  await writeFile(file, JSON.stringify(kubeconfig, undefined, 2), {
    mode: 0o600,
  });
}
