/** What `npm run new:rule` was asked for. */
export interface NewRule {
  /** In kebab case. */
  readonly id: string;
  /** The same in camel case: the name of the file and of its export. */
  readonly name: string;
  readonly subject: 'claim' | 'workload';
  readonly verdict: 'contract' | 'health';
}
