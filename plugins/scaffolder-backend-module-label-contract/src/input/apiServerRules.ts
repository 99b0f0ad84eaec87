import { InputError } from '@backstage/errors';

/**
 * One value of an action's input, on its way to a check. `field` is what the person reads, as in
 * `labels.cost-center`.
 */
export interface FieldValue<T> {
  field: string;
  value: T;
}

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const SERVICE_NAME = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const KEY_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const KEY_PREFIX =
  /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const ENVIRONMENT_NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const QUANTITY =
  /^(\d+(?:\.\d*)?|\.\d+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?\d+)?$/;

/** Sum of all annotations of one object, in bytes, keys included. */
const ANNOTATIONS_LIMIT_BYTES = 256 * 1024;

const FACTORS: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/**
 * The one form of every complaint about input: which field, what was found, what is allowed.
 */
export function refuseField(
  { field, value }: FieldValue<unknown>,
  allowed: string,
): InputError {
  return new InputError(`${field}: found ${show(value)}; allowed: ${allowed}`);
}

/**
 * Refuses what is no name for a Namespace or a Deployment of ours. Source: RFC 1123 label, as
 * `k8s.io/apimachinery/pkg/util/validation`.
 */
export function requireDnsLabel(input: FieldValue<string>): string {
  if (DNS_LABEL.test(input.value)) {
    return input.value;
  }
  throw refuseField(
    input,
    "at most 63 lower-case letters, digits and '-', with a letter or a digit first and last",
  );
}

/** Refuses what is no name for a Service. Source: RFC 1035 label, which also may not start with a digit. */
export function requireServiceName(input: FieldValue<string>): string {
  if (SERVICE_NAME.test(input.value)) {
    return input.value;
  }
  throw refuseField(
    input,
    "at most 63 lower-case letters, digits and '-', with a letter first and a letter or a digit last",
  );
}

/** Refuses what is no value of a label; the empty value is legal. */
export function requireLabelValue(input: FieldValue<string>): string {
  if (LABEL_VALUE.test(input.value)) {
    return input.value;
  }
  throw refuseField(
    input,
    "at most 63 letters, digits, '-', '_' and '.', with a letter or a digit first and last",
  );
}

/** Refuses what is no key of a label or an annotation: a name, after a DNS prefix and '/' if it has one. */
export function requireMetadataKey(input: FieldValue<string>): string {
  const parts = input.value.split('/');
  const name = parts.pop() ?? '';
  const isPrefixLegal =
    parts.length === 0 || (parts.length === 1 && KEY_PREFIX.test(parts[0]));
  if (isPrefixLegal && KEY_NAME.test(name)) {
    return input.value;
  }
  throw refuseField(
    input,
    "a name of at most 63 letters, digits, '-', '_' and '.', if needed after a DNS name and '/'",
  );
}

/** Refuses annotations that are together larger than the API server takes (256 KiB). */
export function requireAnnotationsFit(
  input: FieldValue<Record<string, string>>,
): void {
  const bytes = Object.entries(input.value).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key + value),
    0,
  );
  if (bytes > ANNOTATIONS_LIMIT_BYTES) {
    throw new InputError(
      `${input.field}: found ${bytes} bytes in all; allowed: at most ${ANNOTATIONS_LIMIT_BYTES}`,
    );
  }
}

/** Refuses what is no name of an environment variable. */
export function requireEnvironmentName(input: FieldValue<string>): string {
  if (ENVIRONMENT_NAME.test(input.value)) {
    return input.value;
  }
  throw refuseField(
    input,
    "letters, digits, '-', '_' and '.', not starting with a digit",
  );
}

/** Refuses an image without a name, or with blanks that no registry takes. */
export function requireImage(input: FieldValue<string>): string {
  if (/^\S+$/.test(input.value)) {
    return input.value;
  }
  throw refuseField(
    input,
    'the name of a container image without blanks, such as registry.example.com/team/app:1.2',
  );
}

/** Refuses what is no whole number within the bounds, both included. */
export function requireWholeNumber(
  input: FieldValue<number> & { min: number; max: number },
): number {
  const { value, min, max } = input;
  if (Number.isInteger(value) && value >= min && value <= max) {
    return value;
  }
  throw refuseField(input, `a whole number from ${min} to ${max}`);
}

/** Refuses what is no quantity of CPU or memory, such as `250m` or `128Mi`. */
export function requireQuantity(input: FieldValue<string>): string {
  if (QUANTITY.test(input.value)) {
    return input.value;
  }
  throw refuseField(
    input,
    "a quantity such as '250m' (CPU) or '128Mi' (memory)",
  );
}

/** Refuses what holds a key that names no resource, or a value that is no quantity. */
export function requireQuantities(
  input: FieldValue<Record<string, string>>,
): Record<string, string> {
  const { field, value } = input;
  for (const [resource, quantity] of Object.entries(value)) {
    requireMetadataKey({ field, value: resource });
    requireQuantity({ field: `${field}.${resource}`, value: quantity });
  }
  return value;
}

/** Refuses a request that is larger than its limit. */
export function requireWithinLimits(input: {
  field: string;
  requests: Record<string, string>;
  limits: Record<string, string>;
}): void {
  const { field, requests, limits } = input;
  for (const [resource, request] of Object.entries(requests)) {
    const limit = limits[resource];
    if (limit && quantityValue(request) > quantityValue(limit)) {
      throw refuseField(
        { field: `${field}.requests.${resource}`, value: request },
        `at most the limit of '${limit}'`,
      );
    }
  }
}

/** Refuses what is no DNS name. Source: RFC 1123 subdomain. */
export function requireDnsName(input: FieldValue<string>): string {
  if (KEY_PREFIX.test(input.value)) {
    return input.value;
  }
  throw refuseField(
    input,
    "a DNS name of at most 253 lower-case letters, digits, '-' and '.', such as orders.example.com",
  );
}

/** The number that a legal quantity stands for: cores of CPU, bytes of memory. */
export function quantityValue(quantity: string): number {
  const [, digits = '', suffix = ''] = QUANTITY.exec(quantity) ?? [];
  if (/^[eE][+-]?\d/.test(suffix)) {
    return Number(`${digits}${suffix}`);
  }
  return Number(digits) * (FACTORS[suffix] ?? 1);
}

function show(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}
