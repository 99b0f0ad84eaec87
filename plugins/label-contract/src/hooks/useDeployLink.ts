import { CompoundEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { configApiRef, useApi } from '@backstage/core-plugin-api';

const KEY = 'labelContract.deployTemplate';

/**
 * Path of the form of the template that deploys a service, with its name filled in; undefined where
 * `labelContract.deployTemplate` is not set, or is no reference to a template.
 */
export function useDeployLink(serviceName: string): string | undefined {
  const config = useApi(configApiRef);
  const template = templateOf(config.getOptional(KEY));
  if (!template) {
    return undefined;
  }
  const path = [template.namespace, template.name].map(encodeURIComponent);
  const query = new URLSearchParams({
    formData: JSON.stringify({ serviceName }),
  });
  return `/create/templates/${path.join('/')}?${query}`;
}

function templateOf(value: unknown): CompoundEntityRef | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  try {
    const ref = parseEntityRef(value, { defaultKind: 'template' });
    return ref.kind.toLocaleLowerCase('en') === 'template' ? ref : undefined;
  } catch {
    return undefined;
  }
}
