import { removalCommand } from './removalCommand';
import type { StepState } from './StepState';
import type { ObjectName } from '../objects/ObjectName';

/**
 * What a step found or made so far, so that a failure never leaves anything unmentioned.
 */
export class StepRecord {
  readonly #found = new Map<string, string>();
  readonly #own = new Map<string, ObjectName>();
  #removed: string[] | undefined;

  /** Notes an object that the step relies on but would not remove. */
  noteFound(object: ObjectName): void {
    this.#found.set(keyOf(object), describe(object));
  }

  /** Notes an object of this step, with its state in words. */
  noteOwn(object: ObjectName, state?: string): void {
    this.#own.set(keyOf(object), object);
    this.#found.set(
      keyOf(object),
      state ? `${describe(object)} (${state})` : describe(object),
    );
  }

  /** Takes back what was noted, as the object is gone again. */
  forget(object: ObjectName): void {
    this.#found.delete(keyOf(object));
    this.#own.delete(keyOf(object));
  }

  /** Notes what a step is about to remove: from now on, its account tells what is gone. */
  noteToRemove(objects: readonly ObjectName[]): void {
    this.#removed ??= [];
    objects.forEach(object => this.noteOwn(object));
  }

  /** Notes that an object is not there any more. */
  noteRemoved(object: ObjectName): void {
    this.forget(object);
    this.#removed = [...(this.#removed ?? []), describe(object)];
  }

  /** The account for the error that ends the step. */
  stateOn(cluster: string): StepState {
    const exists = [...this.#found.values()];
    return {
      cluster,
      exists,
      removed: this.#removed,
      removal: removalCommand([...this.#own.values()]),
    };
  }
}

function keyOf({ kind, namespace = '', name }: ObjectName): string {
  return `${kind}/${namespace}/${name}`;
}

function describe({ kind, name }: ObjectName): string {
  return kind === 'Namespace' ? `namespace ${name}` : `${kind} ${name}`;
}
