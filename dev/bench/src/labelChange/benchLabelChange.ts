import { until } from '@internal/control-plane';
import {
  EntityReport,
  KUBERNETES_ID,
} from '@portal-operations/plugin-label-contract-common';
import { KubernetesClient } from '../cluster/KubernetesClient';
import { startBenchCluster } from '../cluster/startBenchCluster';
import { createFleet } from '../fleet/createFleet';
import {
  entitiesOf,
  firstServices,
  serviceOf,
  servicesFor,
} from '../fleet/Fleet';
import { PATIENCE_SECONDS } from '../portal/patience';
import { startBenchPortal } from '../portal/startBenchPortal';
import { Bench } from '../result/Bench';
import { median, quantile } from '../result/median';
import { RawWatch } from './RawWatch';

/** Changes that are made to warm up, and not counted. */
const WARM_UP = 10;

/**
 * How long it takes from the moment somebody changes a label until a report shows it, beside the moment at
 * which the API server's own watch brings it. Both are told by the same change: from when the change is
 * sent, to the line of the watch, and to the end of the answer that has it. The report is asked for as soon
 * as the watch brought the line, and without a pause until it has it, as by somebody who heard of it there.
 */
export const benchLabelChange: Bench = {
  name: 'label-change',
  async run(context) {
    const { isQuick, log, signal } = context;
    const deployments = isQuick ? 200 : 1_000;
    const changes = isQuick ? 20 : 200;
    const services = servicesFor(deployments);
    const { name, namespace } = serviceOf(0);
    const deployment = `${name}-part-0`;

    const cluster = await startBenchCluster(context);
    const { admin } = cluster;
    const watchClient = new KubernetesClient({ ...cluster, connections: 1 });
    try {
      log(`Creating ${deployments} Deployments with their pods`);
      const fleet = await createFleet(cluster, { now: new Date(), signal });
      await fleet.growTo(services);
      const portal = await startBenchPortal({
        cluster,
        entities: entitiesOf(firstServices(services)),
        plugins: ['label-contract'],
      });
      try {
        await portal.untilSettled();
        const watch = await RawWatch.open(
          watchClient,
          '/apis/apps/v1/deployments?watch=true&resourceVersion=0&timeoutSeconds=3600',
        );
        const change = async (number: number): Promise<Delays> => {
          const value = `changed-${number}`;
          const seen = watch.seen(`"${value}"`);
          const sentAt = performance.now();
          const sent = admin.send({
            method: 'PATCH',
            path: `/apis/apps/v1/namespaces/${namespace}/deployments/${deployment}`,
            body: { metadata: { labels: { [KUBERNETES_ID]: value } } },
          });
          const seenAt = await seen;
          let asked = 0;
          await until(
            () => {
              asked += 1;
              return portal.askReport(name);
            },
            report => shows(report, { deployment, value }),
            {
              what: 'a report with the change',
              timeoutSeconds: PATIENCE_SECONDS,
              intervalMilliseconds: 0,
            },
          );
          const shownAt = performance.now();
          await sent;

          const askedAt = performance.now();
          await portal.askReport(name);
          return {
            watchMs: seenAt - sentAt,
            reportMs: shownAt - sentAt,
            answerMs: performance.now() - askedAt,
            asked,
          };
        };

        log(`Changing a label ${changes} times`);
        const delays: Delays[] = [];
        for (let number = 0; number < changes + WARM_UP; number += 1) {
          signal.throwIfAborted();
          const delay = await change(number);
          if (number >= WARM_UP) {
            delays.push(delay);
          }
        }
        watch.stop();

        const watchMs = delays.map(each => each.watchMs);
        const reportMs = delays.map(each => each.reportMs);
        return {
          name: 'label-change',
          what: `from a label change to a report that shows it, ${changes} times, on ${deployments} Deployments`,
          tables: [
            {
              title: 'Milliseconds since the change was sent',
              columns: ['until', 'median', 'p99'],
              rows: [
                [
                  'a raw watch brings it',
                  median(watchMs),
                  quantile(watchMs, 0.99),
                ],
                [
                  'a report over HTTP shows it',
                  median(reportMs),
                  quantile(reportMs, 0.99),
                ],
                [
                  'of which one report over HTTP takes',
                  median(delays.map(each => each.answerMs)),
                  quantile(
                    delays.map(each => each.answerMs),
                    0.99,
                  ),
                ],
              ],
            },
            {
              title: 'Answers until one has the change',
              columns: ['', 'mean'],
              rows: [
                [
                  'answers',
                  delays.reduce((sum, each) => sum + each.asked, 0) /
                    delays.length,
                ],
              ],
            },
          ],
          figures: [
            {
              what: 'label change to report / to a raw watch, medians',
              value: median(reportMs) / median(watchMs),
              unit: 'times',
              atMost: 2,
            },
          ],
        };
      } finally {
        await portal.stop();
      }
    } finally {
      watchClient.close();
      await cluster.stop();
    }
  },
};

interface Delays {
  readonly watchMs: number;
  readonly reportMs: number;
  /** Of a report when nothing changes. */
  readonly answerMs: number;
  /** Reports that were asked for until one had the change. */
  readonly asked: number;
}

function shows(
  { workloads }: EntityReport,
  wanted: { deployment: string; value: string },
): boolean {
  return workloads.some(
    ({ ref, levels }) =>
      ref.name === wanted.deployment && levels.object.value === wanted.value,
  );
}
