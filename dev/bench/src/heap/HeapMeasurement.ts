/** What an index of one size costs. Times are in milliseconds, sizes in bytes. */
export interface HeapMeasurement {
  readonly workloads: number;
  /** Objects of all kinds. */
  readonly objects: number;
  readonly clusters: number;
  readonly entities: number;
  /** After a garbage collection. */
  readonly indexBytes: number;
  /** The claims of all entities; what the catalog itself holds is none of it. */
  readonly catalogBytes: number;
  readonly fillSeconds: number;
  readonly reports: ReportTimes;
  /** A selector that finds a hundred times as much as an entity has in general. */
  readonly wideReports: ReportTimes;
}

/** How long reports took, in milliseconds, and how much they were about. */
export interface ReportTimes {
  readonly p50: number;
  readonly p99: number;
  /** Workloads of a report, on average: one on nothing would be quick. */
  readonly workloads: number;
}
