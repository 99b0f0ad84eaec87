import { maskSecretsInLines } from '@portal-operations/plugin-label-contract-common';
import { JsonNode } from './JsonNode';

/** Long enough for what PodSecurity says of a pod with several containers. */
const LONGEST = 1_000;

/**
 * A message of the cluster as it is kept: secrets masked, and capped. Masked first, for half a secret
 * would not be known as one. Undefined where there is none.
 */
export function factsFromMessage(message: JsonNode): string | undefined {
  const text = message.optionalText()?.trim();
  if (!text) {
    return undefined;
  }
  const masked = maskSecretsInLines(text.split('\n')).join('\n');
  return masked.length > LONGEST ? `${masked.slice(0, LONGEST - 1)}…` : masked;
}
