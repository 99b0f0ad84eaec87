/**
 * How `tsc` writes the declarations that API reports are made of. Never from what an earlier run left:
 * the order in which it prints members of some types depends on what it looked at first.
 */
export const declarations = ['--incremental', 'false'] as const;
