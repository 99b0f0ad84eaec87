import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Whom to trust at an address; at most one of `caData` and `caFile` counts, in this order. */
export interface Trust {
  /** Certificates, PEM in base64. */
  readonly caData?: string;
  /** File of certificates, PEM. */
  readonly caFile?: string;
  readonly skipTlsVerify?: boolean;
}

/**
 * Reads the keys `caData`, `caFile` and `skipTLSVerify`.
 *
 * @throws InputError with the path of the key that is wrong.
 */
export function readTrust(config: Config, path: string): Trust {
  return {
    caData: readCaData(config, path),
    caFile: config.getOptionalString('caFile'),
    skipTlsVerify: config.getOptionalBoolean('skipTLSVerify'),
  };
}

function readCaData(config: Config, path: string): string | undefined {
  const caData = config.getOptionalString('caData');
  if (caData === undefined) {
    return undefined;
  }
  if (!isPemInBase64(caData)) {
    throw new InputError(
      `${path}.caData is not a PEM certificate in base64: decoded, it has to hold '-----BEGIN CERTIFICATE-----'`,
    );
  }
  return caData;
}

function isPemInBase64(text: string): boolean {
  return Buffer.from(text, 'base64')
    .toString('latin1')
    .includes('-----BEGIN CERTIFICATE-----');
}
