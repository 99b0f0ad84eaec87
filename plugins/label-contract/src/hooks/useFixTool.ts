import { FixTool } from '@portal-operations/plugin-label-contract-common';
import { useRemembered } from './useRemembered';

/** Tools to choose from, the first is what nobody has chosen yet. */
export const fixTools: readonly FixTool[] = ['oc', 'kubectl'];

function toolOf(value: unknown): FixTool {
  return fixTools.find(tool => tool === value) ?? fixTools[0];
}

/** The command-line tool that this reader wants fixes for, remembered in the portal's user storage. */
export function useFixTool(): [FixTool, (tool: FixTool) => void] {
  return useRemembered('fixTool', toolOf);
}
