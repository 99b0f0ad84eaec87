import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { ReportService } from '../reports/ReportService';
import { Query } from './queryOf';
import { Answer } from './sendAnswer';

/** What the address of a request says. */
export interface Address {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
}

/** From what an answer is made, and for whom. */
export interface Source {
  readonly reports: ReportService;
  readonly credentials: BackstageCredentials;
  /** As of when everything that is watched is known, ISO 8601; undefined where nobody can say. */
  readonly asOf: () => string | undefined;
}

/** One form of an answer. */
export interface Reading {
  /** What the audit log says of it. */
  readonly meta: JsonObject & { readonly queryType: string };
  readonly read: (source: Source) => Promise<Answer>;
}

/** What a request asks for, in each form that it may have. */
export interface Asked {
  readonly json: Reading;
  /** Comma-separated values, where there are any. */
  readonly table?: Reading;
}

/** One route: where it is, and what a request asks for there. */
export interface Route {
  /** As Express has it. */
  readonly path: string;
  /** @throws InputError that names what is wrong, what was found and what is allowed. */
  readonly parse: (address: Address) => Asked;
}
