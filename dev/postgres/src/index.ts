export { startPostgres } from './startPostgres';
export type { Postgres } from './startPostgres';
