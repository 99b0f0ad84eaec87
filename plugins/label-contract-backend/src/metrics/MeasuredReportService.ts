import { Instruments } from './createInstruments';
import { typeOfError } from './typeOfError';
import { ReportService } from '../reports/ReportService';

type DurationAttributes = NonNullable<
  Parameters<Instruments['reportDuration']['record']>[1]
>;

/** Measures how long another service takes for each report. */
export class MeasuredReportService implements ReportService {
  readonly #reports: ReportService;
  readonly #duration: Instruments['reportDuration'];
  readonly #elapsedMs: () => number;

  constructor(options: {
    reports: ReportService;
    instruments: Pick<Instruments, 'reportDuration'>;
    /** Milliseconds since some moment, never backwards. */
    elapsedMs: () => number;
  }) {
    this.#reports = options.reports;
    this.#duration = options.instruments.reportDuration;
    this.#elapsedMs = options.elapsedMs;
  }

  readonly entityReport: ReportService['entityReport'] = (...asked) =>
    this.#measure('entity', () => this.#reports.entityReport(...asked));

  readonly entityHistory: ReportService['entityHistory'] = (...asked) =>
    this.#measure('history', () => this.#reports.entityHistory(...asked));

  readonly fleet: ReportService['fleet'] = (...asked) =>
    this.#measure('fleet', () => this.#reports.fleet(...asked));

  readonly fleetRows: ReportService['fleetRows'] = (...asked) =>
    this.#measure('fleet', () => this.#reports.fleetRows(...asked));

  readonly unclaimed: ReportService['unclaimed'] = (...asked) =>
    this.#measure('unclaimed', () => this.#reports.unclaimed(...asked));

  readonly unclaimedRows: ReportService['unclaimedRows'] = (...asked) =>
    this.#measure('unclaimed', () => this.#reports.unclaimedRows(...asked));

  readonly clusters: ReportService['clusters'] = (...asked) =>
    this.#measure('clusters', () => this.#reports.clusters(...asked));

  async #measure<Answer>(
    report: DurationAttributes['label_contract.report'],
    answer: () => Promise<Answer>,
  ): Promise<Answer> {
    const startedAt = this.#elapsedMs();
    const record = (failure: Pick<DurationAttributes, 'error.type'>) =>
      this.#duration.record((this.#elapsedMs() - startedAt) / 1000, {
        'label_contract.report': report,
        ...failure,
      });
    try {
      const answered = await answer();
      record({});
      return answered;
    } catch (error) {
      record({ 'error.type': typeOfError(error) });
      throw error;
    }
  }
}
