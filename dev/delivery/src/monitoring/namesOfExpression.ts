import { parser } from '@prometheus-io/lezer-promql';

/** What an expression asks Prometheus for. */
export interface NamesOfExpression {
  metrics: string[];
  /** Labels that it selects by, groups by or matches on. */
  labels: string[];
}

/** The metrics and labels that an expression of PromQL names. Throws where it is none, with the place. */
export function namesOfExpression(expression: string): NamesOfExpression {
  const metrics = new Set<string>();
  const labels = new Set<string>();
  parser.parse(expression).iterate({
    enter(node) {
      const text = expression.slice(node.from, node.to);
      if (node.type.isError) {
        throw new Error(
          `'${expression}' is no PromQL, from character ${node.from}`,
        );
      }
      if (node.name === 'Identifier') {
        metrics.add(text);
      }
      if (node.name === 'LabelName') {
        labels.add(text);
      }
    },
  });
  return { metrics: [...metrics], labels: [...labels] };
}
