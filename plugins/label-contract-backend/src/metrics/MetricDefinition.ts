/** One attribute of a metric, and what bounds the number of its values. */
export interface AttributeDefinition<
  Value extends string = string,
  IsOptional extends boolean = boolean,
> {
  /** Every value that it can have; undefined where there are too many to list. */
  readonly values: readonly Value[] | undefined;
  /** Which values there are, where they are not listed; or when it is there. */
  readonly words: string | undefined;
  /** True where an observation may be without it. */
  readonly isOptional: IsOptional;
}

/** The attributes of a metric, by name. */
export type AttributeDefinitions = Readonly<
  Record<string, AttributeDefinition>
>;

/** What OpenTelemetry is told of a metric, and what the documentation says of it. */
export interface MetricDefinition<
  Instrument extends 'gauge' | 'counter' | 'histogram' =
    | 'gauge'
    | 'counter'
    | 'histogram',
  Definitions extends AttributeDefinitions = AttributeDefinitions,
> {
  readonly name: string;
  readonly instrument: Instrument;
  /** As UCUM writes it; what is counted, in braces. */
  readonly unit: string;
  readonly description: string;
  readonly attributes: Definitions;
  /** Of a histogram: upper bounds of its buckets, in its unit. */
  readonly boundaries?: readonly number[];
}

type ValueOf<Definition> = Definition extends AttributeDefinition<infer Value>
  ? Value
  : never;

type OptionalNames<Definitions extends AttributeDefinitions> = {
  [Name in keyof Definitions]: Definitions[Name]['isOptional'] extends true
    ? Name
    : never;
}[keyof Definitions];

/** The attributes of one observation: no others, and with no other values than the definition has. */
export type AttributesOf<Definitions extends AttributeDefinitions> = {
  [Name in Exclude<keyof Definitions, OptionalNames<Definitions>>]: ValueOf<
    Definitions[Name]
  >;
} & {
  [Name in OptionalNames<Definitions>]?: ValueOf<Definitions[Name]>;
};

/** A definition of which the compiler knows the attributes. */
export function defineMetric<
  Instrument extends MetricDefinition['instrument'],
  Definitions extends AttributeDefinitions,
>(
  definition: MetricDefinition<Instrument, Definitions>,
): MetricDefinition<Instrument, Definitions> {
  return definition;
}

/** An attribute with these values. They are the keys, so that the compiler finds one that is missing. */
export function oneOf<Value extends string>(
  values: Readonly<Record<Value, true>>,
): AttributeDefinition<Value, false> {
  return { values: namesOf(values), words: undefined, isOptional: false };
}

/** An attribute whose values are not listed, but bounded by what the words say. */
export function boundedBy<Value extends string = string>(
  words: string,
): AttributeDefinition<Value, false> {
  return { values: undefined, words, isOptional: false };
}

/** An attribute of some observations only: `words` say of which. */
export function onlyOf<Value extends string>(
  words: string,
  values: Readonly<Record<Value, true>>,
): AttributeDefinition<Value, true> {
  return { values: namesOf(values), words, isOptional: true };
}

function namesOf<Name extends string>(
  record: Readonly<Record<Name, true>>,
): Name[] {
  return Object.keys(record).filter((name): name is Name =>
    Object.hasOwn(record, name),
  );
}
