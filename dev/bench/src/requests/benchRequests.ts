import { setTimeout } from 'node:timers/promises';
import { BenchCluster, startBenchCluster } from '../cluster/startBenchCluster';
import { createFleet } from '../fleet/createFleet';
import {
  DEPLOYMENTS_OF_SERVICE,
  entitiesOf,
  firstServices,
  serviceOf,
} from '../fleet/Fleet';
import { mapConcurrently } from '../fleet/mapConcurrently';
import { BenchPortal, startBenchPortal } from '../portal/startBenchPortal';
import { Bench } from '../result/Bench';

/** How often an open page asks, as their frontends do it. */
const TAB_POLLS_A_MINUTE = 6;
const CARD_POLLS_A_MINUTE = 12;

/** Each viewer looks at another one. */
const SERVICES = 100;

/** Requests of viewers that are under way at the same time. */
const AT_ONCE = 10;

/** Long enough for every watch to end and be taken up again once: the API server is asked to end it after 4 to 5 minutes. */
const IDLE_MINUTES = 5;

/**
 * How many requests reach the API server when people look at services, by its own audit log. A minute of an
 * open page is as many requests as its frontend sends in that time, without the pauses between them.
 */
export const benchRequests: Bench = {
  name: 'requests',
  async run(context) {
    const { isQuick, log, signal } = context;
    const viewers = isQuick ? [1, 10] : [1, 10, 100];
    const services = isQuick ? 10 : SERVICES;

    const cluster = await startBenchCluster(context);
    let portal: BenchPortal | undefined;
    try {
      log(`Creating ${services * DEPLOYMENTS_OF_SERVICE} Deployments`);
      const fleet = await createFleet(cluster, { now: new Date(), signal });
      await fleet.growTo(services);
      portal = await startBenchPortal({
        cluster,
        entities: entitiesOf(firstServices(services)),
        plugins: ['kubernetes', 'label-contract'],
      });
      await portal.untilSettled();
      const start = await cluster.audit.news();

      const counts: ViewCount[] = [];
      for (const each of viewers) {
        log(`${each} viewers for a minute`);
        counts.push(
          await countViews({ cluster, portal, services, viewers: each }),
        );
      }
      const idleMinutes = isQuick ? 0 : IDLE_MINUTES;
      log(`Nobody looks for ${idleMinutes} minutes`);
      await setTimeout(idleMinutes * 60_000, undefined, { signal });
      const idle = await cluster.audit.news();
      const last = counts[counts.length - 1];

      return {
        name: 'requests',
        what: `requests to the API server of one cluster with ${
          services * DEPLOYMENTS_OF_SERVICE
        } Deployments, by its audit log`,
        tables: [
          {
            title: 'Requests to the API server while people look',
            columns: [
              'viewers',
              'Kubernetes tab, a page view',
              'ours, a page view',
              'Kubernetes tab, a minute',
              'ours, a minute',
            ],
            rows: counts.map(({ viewers: each, tab, card }) => [
              each,
              tab.view,
              card.view,
              tab.minute,
              card.minute,
            ]),
          },
          {
            title: 'Requests of ours, whoever looks',
            columns: ['when', 'requests'],
            rows: [
              ['to fill the index, once', start.length],
              ...(idleMinutes > 0
                ? [
                    [
                      `to keep it fresh, a minute (over ${idleMinutes})`,
                      idle.length / idleMinutes,
                    ],
                  ]
                : []),
            ],
          },
        ],
        figures: [
          {
            what: 'ours: requests for all page views and open pages',
            value: counts.reduce(
              (sum, { card }) => sum + card.view + card.minute,
              0,
            ),
            unit: 'requests',
            atMost: 0,
          },
          {
            what: 'Kubernetes tab: requests for a minute of one open tab',
            value: last.tab.minute / last.viewers,
            unit: 'requests',
          },
        ],
      };
    } finally {
      await portal?.stop();
      await cluster.stop();
    }
  },
};

/** Requests to the API server for the first view of so many people, and for the minute after it. */
interface ViewCount {
  readonly viewers: number;
  readonly tab: { readonly view: number; readonly minute: number };
  readonly card: { readonly view: number; readonly minute: number };
}

async function countViews(options: {
  cluster: BenchCluster;
  portal: BenchPortal;
  services: number;
  viewers: number;
}): Promise<ViewCount> {
  const { cluster, portal, services, viewers } = options;
  const count = async (polls: number, ask: (name: string) => Promise<void>) => {
    for (let poll = 0; poll < polls; poll += 1) {
      const names = Array.from(
        { length: viewers },
        (_, viewer) => serviceOf(viewer % services).name,
      );
      await mapConcurrently(names, AT_ONCE, ask);
    }
    const news = await cluster.audit.news();
    // A watch that ends by itself is taken up again, whoever looks; nobody opens one for a page view.
    return news.filter(({ verb }) => verb !== 'watch').length;
  };
  const askTab = async (name: string) => {
    await portal.askKubernetesClusters();
    await portal.askKubernetesTab(name);
  };
  const askCard = async (name: string) => {
    await portal.askReport(name);
  };

  await cluster.audit.news();
  return {
    viewers,
    tab: {
      view: await count(1, askTab),
      minute: await count(TAB_POLLS_A_MINUTE, askTab),
    },
    card: {
      view: await count(1, askCard),
      minute: await count(CARD_POLLS_A_MINUTE, askCard),
    },
  };
}
