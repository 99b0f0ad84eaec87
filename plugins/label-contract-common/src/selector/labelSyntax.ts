const NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const DNS_SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/**
 * What is wrong with a label key; undefined where it is legal.
 * Source: `IsQualifiedName` of k8s.io/apimachinery.
 *
 * @public
 */
export function problemOfLabelKey(key: string): string | undefined {
  const parts = key.split('/');
  if (parts.length > 2) {
    return `'${key}' has more than one slash`;
  }
  const name = parts[parts.length - 1];
  const prefix = parts.length === 2 ? parts[0] : undefined;
  if (prefix === '') {
    return `'${key}' has an empty prefix before the slash`;
  }
  if (prefix !== undefined && prefix.length > 253) {
    return `the prefix of '${key}' has ${prefix.length} characters; at most 253 are allowed`;
  }
  if (prefix !== undefined && !DNS_SUBDOMAIN.test(prefix)) {
    return `the prefix of '${key}' is no DNS name in lower case`;
  }
  if (name.length > 63) {
    return `the name in '${key}' has ${name.length} characters; at most 63 are allowed`;
  }
  return NAME.test(name)
    ? undefined
    : `'${key}' is no label key: letters, digits, '-', '_' and '.' are allowed, with a letter or digit at both ends`;
}

/**
 * What is wrong with a label value; undefined where it is legal.
 * Source: `IsValidLabelValue` of k8s.io/apimachinery.
 *
 * @public
 */
export function problemOfLabelValue(value: string): string | undefined {
  if (value.length > 63) {
    return `'${value}' has ${value.length} characters; a label value has at most 63`;
  }
  return value === '' || NAME.test(value)
    ? undefined
    : `'${value}' is no label value: letters, digits, '-', '_' and '.' are allowed, with a letter or digit at both ends`;
}
