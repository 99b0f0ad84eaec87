import { mockCredentials } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { ClusterResponse } from '@portal-operations/plugin-label-contract-node';
import { Readable } from 'node:stream';
import { ReportService } from '../reports/ReportService';
import { ManualClock } from '../tests/ManualClock';
import { startPrometheus, valuesOf } from '../__testUtils__/startPrometheus';
import { createInstruments, Instruments } from './createInstruments';
import { historyObserverOf } from './historyObserverOf';
import { measuredRequest } from './measuredRequest';
import { MeasuredReportService } from './MeasuredReportService';
import { watchObserverOf } from './watchObserverOf';

let prometheus: Awaited<ReturnType<typeof startPrometheus>>;
let instruments: Instruments;

beforeEach(async () => {
  prometheus = await startPrometheus();
  instruments = createInstruments(prometheus.provider.getMeter('test'));
});
afterEach(() => prometheus.stop());

const scraped = async (name: string) =>
  valuesOf(await prometheus.scrape(), `label_contract_${name}`);

describe('watchObserverOf', () => {
  it('counts why watches end, and what is not understood', async () => {
    const observer = watchObserverOf(instruments);
    observer.ended('quiet');
    observer.ended('forbidden');
    observer.ended('quiet');
    observer.skipped('Deployment');

    expect(await scraped('watch_restarts_total')).toEqual({
      'label_contract_reason=quiet': 2,
      'label_contract_reason=forbidden': 1,
    });
    expect(await scraped('index_skipped_objects_total')).toEqual({
      'label_contract_kind=Deployment': 1,
    });
  });

  it('measures the delay of changes in seconds', async () => {
    const observer = watchObserverOf(instruments);
    observer.delivered(0.0005);
    observer.delivered(0.25);

    expect(await scraped('event_delay_count')).toEqual({ '': 2 });
    expect(await scraped('event_delay_sum')).toEqual({ '': 0.2505 });
    expect(await scraped('event_delay_bucket')).toMatchObject({
      'le=0.0005': 1,
      'le=0.1': 1,
      'le=0.25': 2,
      'le=+Inf': 2,
    });
  });
});

describe('historyObserverOf', () => {
  it('counts what the database did, and failed to do', async () => {
    const observer = historyObserverOf(instruments);
    observer.asked();
    observer.asked(new Error('connection refused'));
    observer.asked();

    expect(await scraped('history_rounds_total')).toEqual({
      '': 2,
      'error_type=_OTHER': 1,
    });
  });
});

describe('MeasuredReportService', () => {
  const clock = new ManualClock();
  const caller = { credentials: mockCredentials.user() };
  const ref = { kind: 'component', namespace: 'default', name: 'weather-app' };

  /** A service of which every report takes 3 ms, and ends with the answer. */
  function serviceOf(answer: () => never): ReportService {
    const answered = async () => {
      clock.advance(3);
      return answer();
    };
    return {
      entityReport: answered,
      entityHistory: answered,
      fleet: answered,
      fleetRows: answered,
      unclaimed: answered,
      unclaimedRows: answered,
      clusters: answered,
    };
  }

  const measured = (answer: () => never) =>
    new MeasuredReportService({
      reports: serviceOf(answer),
      instruments,
      elapsedMs: () => clock.elapsedMs(),
    });

  it('measures each report under its name, with the sort of the failure', async () => {
    const reports = measured(() => {
      throw new NotAllowedError('no');
    });
    const asked = [
      reports.entityReport(ref, caller),
      reports.entityHistory(ref, caller),
      reports.fleet({}, caller),
      reports.fleetRows({}, caller),
      reports.unclaimed({}, caller),
      reports.unclaimedRows({}, caller),
      reports.clusters(caller),
    ];
    for (const answer of asked) {
      await expect(answer).rejects.toThrow(NotAllowedError);
    }

    const key = (report: string) =>
      `label_contract_report=${report},error_type=NotAllowedError`;
    expect(await scraped('report_duration_count')).toEqual({
      [key('entity')]: 1,
      [key('history')]: 1,
      [key('fleet')]: 2,
      [key('unclaimed')]: 2,
      [key('clusters')]: 1,
    });
  });

  it('has one name for all failures that nobody foresaw', async () => {
    const reports = measured(() => {
      throw Object.assign(new Error('oh'), { name: 'weather-app is broken' });
    });
    await expect(reports.clusters(caller)).rejects.toThrow('oh');

    expect(await scraped('report_duration_sum')).toEqual({
      'label_contract_report=clusters,error_type=_OTHER': 0.003,
    });
  });
});

describe('measuredRequest', () => {
  const answer = (status: number): ClusterResponse => ({
    status,
    headers: {},
    body: Readable.from([]),
  });

  it.each([
    ['/api/v1/namespaces/a/pods/b', 200, 'pods'],
    ['/api/v1/namespaces/a/pods/events', 200, 'pods'],
    ['/api/v1/namespaces/a/pods/log', 200, 'pods'],
    ['/api/v1/namespaces/a/pods/b/log', 403, 'pods/log,error_type=forbidden'],
    ['/api/v1/namespaces/a/events', 401, 'events,error_type=unauthorized'],
    ['/api/v1/namespaces/a/pods/b', 404, 'pods,error_type=not-found'],
    ['/api/v1/namespaces/a/events', 500, 'events,error_type=other-status'],
  ])('counts %s that answers %s as %s', async (path, status, counted) => {
    const request = measuredRequest(async () => answer(status), instruments);
    await expect(request('prod-1', { path })).resolves.toMatchObject({
      status,
    });

    expect(await scraped('trouble_reads_total')).toEqual({
      [`label_contract_resource=${counted}`]: 1,
    });
  });

  it('counts what is not answered, and passes the error on', async () => {
    const request = measuredRequest(async () => {
      throw new Error('reset');
    }, instruments);
    await expect(
      request('prod-1', { path: '/api/v1/namespaces/a/events' }),
    ).rejects.toThrow('reset');

    expect(await scraped('trouble_reads_total')).toEqual({
      'label_contract_resource=events,error_type=no-answer': 1,
    });
  });
});
