import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { CLAIMING_ENTITIES } from './claimingEntities';
import { Sleep, withinTime } from './withinTime';

/**
 * Reads every entity that may claim workloads, as far as these credentials see it, page by page.
 *
 * @throws where a page does not come in time, or the catalog gives the same page again and again: half of
 * the entities would be worse than none.
 */
export async function readAllEntities(options: {
  catalog: Pick<CatalogService, 'queryEntities'>;
  credentials: () => BackstageCredentials | Promise<BackstageCredentials>;
  fields: readonly string[];
  pageSize: number;
  /** For each page. */
  timeLimitMs: number;
  sleep: Sleep;
  signal?: AbortSignal;
}): Promise<Entity[]> {
  const { catalog, pageSize, timeLimitMs, sleep, signal } = options;
  const paging = { fields: [...options.fields], limit: pageSize };
  const passed = new Set<string>();
  const entities: Entity[] = [];
  let cursor: string | undefined;
  do {
    const credentials = await options.credentials();
    const page = await withinTime(
      catalog.queryEntities(
        cursor === undefined
          ? { ...paging, filter: CLAIMING_ENTITIES }
          : { ...paging, cursor },
        { credentials },
      ),
      { milliseconds: timeLimitMs, whom: 'The catalog', sleep, signal },
    );
    entities.push(...page.items);
    cursor = page.pageInfo.nextCursor;
    if (cursor !== undefined && passed.has(cursor)) {
      throw new Error('The catalog gave the same page twice');
    }
    passed.add(cursor ?? '');
  } while (cursor !== undefined);
  return entities;
}
