import { AttributeDefinition, MetricDefinition } from './MetricDefinition';

const BEGIN =
  '<!-- Generated from the definitions by "npm run docs:metrics"; do not edit. -->';
const END = '<!-- End of the generated part. -->';

type Definitions = Readonly<Record<string, MetricDefinition>>;

/**
 * A page with the tables of these metrics between its marks, everything else as it was.
 *
 * @throws Error where the page has no such marks, or several.
 */
export function pageOfMetrics(definitions: Definitions, today: string): string {
  const [before, ...afterBegin] = today.split(BEGIN);
  const [, ...afterEnd] = afterBegin.join('').split(END);
  if (afterBegin.length !== 1 || afterEnd.length !== 1) {
    throw new Error(
      `The page has to contain the line '${BEGIN}' once, and below it '${END}' once`,
    );
  }
  const tables = `${tableOfMetrics(definitions)}\n\n${tableOfAttributes(
    definitions,
  )}`;
  return `${before}${BEGIN}\n\n${tables}\n\n${END}${afterEnd[0]}`;
}

function tableOfMetrics(definitions: Definitions): string {
  return tableOf([
    ['Metric', 'In Prometheus', 'Type', 'Unit', 'What it says'],
    ...Object.values(definitions).map(metric => [
      inCode(metric.name),
      inCode(nameInPrometheus(metric)),
      metric.instrument,
      inCode(metric.unit),
      metric.description,
    ]),
  ]);
}

function tableOfAttributes(definitions: Definitions): string {
  return tableOf([
    ['Metric', 'Attribute', 'Values'],
    ...Object.values(definitions).flatMap(({ name, attributes }) =>
      Object.entries(attributes).map(([attribute, definition]) => [
        inCode(name),
        inCode(attribute),
        valuesOf(definition),
      ]),
    ),
  ]);
}

function valuesOf({ values, words }: AttributeDefinition): string {
  const listed = values?.map(inCode).join(', ');
  return [words, listed].filter(part => part !== undefined).join(': ');
}

function inCode(text: string): string {
  return `\`${text}\``;
}

/** A Markdown table, its columns padded as Prettier does it. The first row is the heading. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) =>
    Math.max(3, ...rows.map(row => row[column].length)),
  );
  const lineOf = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;

  const [heading, ...others] = rows;
  const rule = widths.map(width => '-'.repeat(width));
  return [heading, rule, ...others].map(lineOf).join('\n');
}

/** As the exporter of Prometheus names it, which adds no unit. */
function nameInPrometheus({ name, instrument }: MetricDefinition): string {
  const flat = name.replaceAll('.', '_');
  switch (instrument) {
    case 'counter':
      return `${flat}_total`;
    case 'histogram':
      return `${flat}_bucket`;
    default:
      return flat;
  }
}
