import { changeHabits } from './habits/changeHabits';
import { claimHabits } from './habits/claimHabits';
import { Habit } from './habits/Habit';
import { kindHabits } from './habits/kindHabits';
import { managerHabits } from './habits/managerHabits';
import { namingHabits } from './habits/namingHabits';
import { neighbourHabits } from './habits/neighbourHabits';

/**
 * All habits. A new one is one entry in the file of its sort: say what it deploys, and what each claim
 * finds of it.
 */
export const habits: readonly Habit[] = [
  ...namingHabits,
  ...claimHabits,
  ...neighbourHabits,
  ...changeHabits,
  ...kindHabits,
  ...managerHabits,
];
