import { Entity } from '@backstage/catalog-model';
import {
  EntityHistory,
  EntityReport,
} from '@portal-operations/plugin-label-contract-common';
import { LiveState } from '../../hooks/liveState';
import { FleetApi } from '../sampleFleetApi';

/** What every state of a screen has. */
interface Named {
  /** What is shown; distinct within a screen, and part of an address and of a file's name. */
  readonly name: string;
  /** Words that the screen has to show, each within one element or its children. */
  readonly says: readonly string[];
  /** Words that it must not show. */
  readonly isSilentAbout?: readonly string[];
}

/** The card in one of its states. */
export interface CardState extends Named {
  readonly screen: 'card';
  readonly entity: Entity;
  readonly report: LiveState<EntityReport>;
}

/** The tab in one of its states. */
export interface TabState extends Named {
  readonly screen: 'tab';
  readonly entity: Entity;
  readonly report: LiveState<EntityReport>;
  readonly history: LiveState<EntityHistory>;
}

/** The fleet page in one of its states. */
export interface FleetState extends Named {
  readonly screen: 'fleet';
  /** A new one for each time the page is shown: some answer otherwise the second time. */
  readonly api: () => FleetApi;
  /** What the address of the page says. */
  readonly search: string;
  /** True where the reader comes back to the page after the first answer, so that it asks again. */
  readonly isVisitedTwice: boolean;
}

/** One state of one screen. */
export type SampleState = CardState | TabState | FleetState;

/** Name of a state among those of all screens: "card-violated". */
export function idOfState({ screen, name }: SampleState): string {
  return `${screen}-${name}`;
}
