import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import { FleetWorkload, Place, Term } from '../Fleet';
import { FleetBuilder } from '../FleetBuilder';
import { DeploymentSituation } from '../kinds/makeDeployment';
import { Shape } from '../makeWorkload';

/** One way in which healthy teams name, label and register what they run. */
export interface Habit {
  readonly name: string;
  /** Adds one service in that way. */
  add(options: {
    builder: FleetBuilder;
    /** A name that nothing else has. */
    name: string;
    place: Place;
    /** All clusters of the fleet. */
    clusters: readonly string[];
  }): void;
}

/** A Deployment in the middle of something. */
export const deployment = (situation: DeploymentSituation): Shape => ({
  kind: 'Deployment',
  situation,
});

/** What a part of a service may be: of the kinds that the tab draws, those as often as they are met. */
const DRAWN: readonly Shape[] = [
  ...(
    [
      'steady',
      'steady',
      'steady',
      'zero',
      'rolling',
      'replacing',
      'paused',
      'relabelled',
      'leftovers',
      'recovered',
      'starting',
      'ending',
    ] as const
  ).map(deployment),
  ...(
    [
      'steady',
      'zero',
      'rolling',
      'partitioned',
      'on-delete',
      'relabelled',
      'leftovers',
      'recovered',
      'starting',
    ] as const
  ).map(situation => ({ kind: 'StatefulSet', situation } as const)),
  ...(
    ['steady', 'zero', 'rolling', 'surging', 'on-delete', 'starting'] as const
  ).map(situation => ({ kind: 'DaemonSet', situation } as const)),
  ...(
    [
      'steady',
      'running',
      'suspended',
      'never-run',
      'failed-before',
      'plain-job-template',
      'plain-job-template-running',
    ] as const
  ).map(situation => ({ kind: 'CronJob', situation } as const)),
];

/** The contract label with a value, as a claim asks for it. */
export const id = (value: string): Term => ({ key: KUBERNETES_ID, value });

/** The labels of a workload that a claim finds. */
export const carrying = ({ key, value }: Term) => ({ [key]: value });

/** Deploys the parts of one service, of all kinds that are drawn, each in the middle of something. */
export function deployParts(options: {
  builder: FleetBuilder;
  place: Place;
  names: readonly string[];
  term: Term;
}): FleetWorkload[] {
  const { builder, place, names, term } = options;
  const { random } = builder;
  return names.map(name => {
    const workload = builder.deploy(place, {
      name,
      labels: carrying(term),
      shape: random.pick(DRAWN),
    });
    if (random.percent(30)) {
      // Some label what stands beside their workloads, most do not.
      builder.accompany(workload, random.percent(40) ? carrying(term) : {});
    }
    return workload;
  });
}
