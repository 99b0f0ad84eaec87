// @ts-check
/*
 * Writes the ids that the catalog's entities claim into the ConfigMap that the admission policy looks at: each id a key,
 * whose it is as value. Run by the CronJob beside it, with Node.js 22 or newer and nothing else.
 *
 * What can't be read changes nothing, so that a portal that is down, or whose catalog has just begun to fill again,
 * takes no id away: where more of them would go at once than MOST_REMOVED_PERCENT says, all stay, and the Job fails.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const ID = 'backstage.io/kubernetes-id';
const SELECTOR = 'backstage.io/kubernetes-label-selector';
const LABEL_VALUE = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const SECONDS_PER_REQUEST = 30;
const ENTITIES_PER_PAGE = 500;

/**
 * @typedef {{ kind: string, metadata: { name: string, namespace?: string, annotations?: Record<string, string> } }} Entity
 * @typedef {{ items: Entity[], nextCursor?: string }} Page
 * @typedef {{ metadata: object, data?: Record<string, string> }} ConfigMap
 */

/** @param {string} name */
function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`The environment variable ${name} is not set.`);
  }
  return value;
}

/** @returns {number} */
function mostRemovedPercent() {
  const text = process.env.MOST_REMOVED_PERCENT ?? '50';
  const percent = Number(text);
  if (!/^\d+$/.test(text) || percent > 100) {
    throw new Error(
      `MOST_REMOVED_PERCENT is "${text}"; a whole number from 0 to 100 is allowed.`,
    );
  }
  return percent;
}

/**
 * Asks for JSON. A redirect is refused, as it leads to a page for signing in, or elsewhere with the token.
 *
 * @param {{ who: string, url: URL, token: string, hints?: Record<number, string>, method?: string, body?: unknown }} options
 * @returns {Promise<any>}
 */
async function ask({ who, url, token, hints = {}, method = 'GET', body }) {
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(SECONDS_PER_REQUEST * 1000),
  }).catch(error => {
    const reason = error.cause?.message || error.cause?.code || error.message;
    throw new Error(`${who} at ${url.origin} can't be reached: ${reason}`);
  });
  if (!response.ok) {
    const hint = hints[response.status] ?? '';
    throw new Error(
      `${who} at ${url.origin} answered ${response.status}. ${hint}`.trim(),
    );
  }
  return response.json().catch(() => {
    throw new Error(
      `${who} at ${url.origin} answered something that is not JSON.`,
    );
  });
}

/**
 * @param {string} portalUrl
 * @param {string} token
 * @param {string | undefined} cursor
 * @returns {Promise<Page>}
 */
async function readPage(portalUrl, token, cursor) {
  const url = new URL(
    `${portalUrl.replace(/\/+$/, '')}/api/catalog/entities/by-query`,
  );
  url.searchParams.set('limit', `${ENTITIES_PER_PAGE}`);
  url.searchParams.set(
    'fields',
    'kind,metadata.name,metadata.namespace,metadata.annotations',
  );
  if (cursor) {
    url.searchParams.set('cursor', cursor);
  } else {
    // Two filters mean: the one or the other.
    url.searchParams.append('filter', `metadata.annotations.${ID}`);
    url.searchParams.append('filter', `metadata.annotations.${SELECTOR}`);
  }
  const answer = await ask({
    who: 'The catalog',
    url,
    token,
    hints: {
      401: 'Is PORTAL_TOKEN the one in backend.auth.externalAccess?',
      403: 'Does backend.auth.externalAccess allow catalog.entity.read to it?',
      404: 'Is PORTAL_URL the address of the backend?',
    },
  });
  const items = answer?.items;
  const areEntities =
    Array.isArray(items) &&
    items.every(
      ({ kind, metadata } = {}) =>
        typeof kind === 'string' && typeof metadata?.name === 'string',
    );
  if (!areEntities) {
    throw new Error(
      `The catalog at ${url.origin} answered something that is no list of entities.`,
    );
  }
  return { items, nextCursor: answer.pageInfo?.nextCursor };
}

/**
 * @param {string} portalUrl
 * @param {string} token
 * @returns {Promise<Entity[]>}
 */
async function readEntities(portalUrl, token) {
  /** @type {Entity[]} */
  const entities = [];
  const seen = new Set();
  /** @type {string | undefined} */
  let cursor;
  do {
    const page = await readPage(portalUrl, token, cursor);
    entities.push(...page.items);
    cursor = page.nextCursor;
    if (seen.has(cursor)) {
      throw new Error('The catalog answers the same page again and again.');
    }
    seen.add(cursor);
  } while (cursor);
  return entities;
}

/**
 * The values of the contract label that an entity claims: its id, and those that its selector names for that label.
 * Other labels of a selector are not the policy's matter.
 *
 * @param {Entity} entity
 * @returns {string[]}
 */
function idsOf({ metadata }) {
  const { [ID]: id, [SELECTOR]: selector } = metadata.annotations ?? {};
  const commasBetweenTerms = /,(?![^(]*\))/;
  const named = `${selector ?? ''}`
    .split(commasBetweenTerms)
    .map(term =>
      /^\s*backstage\.io\/kubernetes-id(?:\s*==?([^=]*)|\s+in\s*\((.*)\)\s*)$/s.exec(
        term,
      ),
    );
  return [
    ...(id === undefined ? [] : [`${id}`]),
    ...named.flatMap(term => (term ? (term[2] ?? term[1]).split(',') : [])),
  ].map(value => value.trim());
}

/**
 * @param {Entity[]} entities
 * @returns {{ ids: Map<string, string>, illegal: string[] }}
 */
function claimedIds(entities) {
  /** @type {Map<string, Set<string>>} */
  const claimants = new Map();
  const illegal = new Set();
  for (const entity of entities) {
    const { name, namespace = 'default' } = entity.metadata;
    const ref = `${entity.kind}:${namespace}/${name}`.toLowerCase();
    for (const id of idsOf(entity)) {
      if (LABEL_VALUE.test(id)) {
        claimants.set(id, (claimants.get(id) ?? new Set()).add(ref));
      } else {
        illegal.add(`${JSON.stringify(id)} of ${ref}`);
      }
    }
  }
  return {
    ids: new Map(
      [...claimants].map(([id, refs]) => [id, [...refs].sort().join(', ')]),
    ),
    illegal: [...illegal],
  };
}

/** @param {string[]} names */
function someOf(names) {
  const more = names.length > 20 ? ` and ${names.length - 20} more` : '';
  return `${names.slice(0, 20).join(', ')}${more}`;
}

/** @returns {Promise<{ url: URL, token: string }>} */
async function configMapOnTheCluster() {
  const folder =
    process.env.SERVICE_ACCOUNT_FOLDER ??
    '/var/run/secrets/kubernetes.io/serviceaccount';
  const read = async (/** @type {string} */ file) =>
    (await readFile(path.join(folder, file), 'utf8')).trim();
  const host = required('KUBERNETES_SERVICE_HOST');
  const port = required('KUBERNETES_SERVICE_PORT');
  const namespace = await read('namespace');
  const name = required('CONFIG_MAP');
  return {
    url: new URL(
      `/api/v1/namespaces/${namespace}/configmaps/${name}`,
      `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
    ),
    token: await read('token'),
  };
}

async function syncIds() {
  const portalUrl = required('PORTAL_URL');
  const portalToken = required('PORTAL_TOKEN');
  const percent = mostRemovedPercent();

  const { ids, illegal } = claimedIds(
    await readEntities(portalUrl, portalToken),
  );
  if (illegal.length > 0) {
    console.warn(`Left out, as no label can have it: ${someOf(illegal)}`);
  }

  const cluster = {
    who: 'The API server',
    ...(await configMapOnTheCluster()),
    hints: {
      401: 'Is the ServiceAccount still there?',
      403: 'The ServiceAccount needs get and update on that ConfigMap.',
      404: 'The ConfigMap is missing: apply install/admission again.',
      409: 'Somebody else changed the ConfigMap meanwhile; the next run tries again.',
    },
  };
  /** @type {ConfigMap} */
  const configMap = await ask(cluster);
  const before = new Map(Object.entries(configMap.data ?? {}));

  const removed = [...before.keys()].filter(id => !ids.has(id));
  const isTooMuch = removed.length * 100 > before.size * percent;
  const after = isTooMuch ? new Map([...before, ...ids]) : ids;

  const added = [...after.keys()].filter(id => !before.has(id));
  const isChanged =
    after.size !== before.size ||
    [...after].some(([id, refs]) => before.get(id) !== refs);
  if (isChanged) {
    await ask({
      ...cluster,
      method: 'PUT',
      body: {
        ...configMap,
        data: Object.fromEntries(
          [...after].sort(([a], [b]) => (a < b ? -1 : 1)),
        ),
      },
    });
  }
  if (added.length > 0) {
    console.log(`Added: ${someOf(added)}`);
  }
  if (isTooMuch) {
    throw new Error(
      `The catalog does not claim ${removed.length} of ${
        before.size
      } ids any more: ${someOf(removed)}. ` +
        `That is more than ${percent} percent, as when a catalog begins to fill again, so none was removed. ` +
        'Where it is right, run this once with MOST_REMOVED_PERCENT=100.',
    );
  }
  if (removed.length > 0) {
    console.log(`Removed: ${someOf(removed)}`);
  }
  console.log(`${after.size} ids are claimed`);
}

try {
  await syncIds();
} catch (error) {
  console.error(error instanceof Error ? error.message : `${error}`);
  process.exitCode = 1;
}
