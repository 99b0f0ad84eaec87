import { FixTool } from '@portal-operations/plugin-label-contract-common';
import { useFixTool } from './useFixTool';
import { useRemembered } from './useRemembered';

/** How a fix is shown: as a command for a tool, or as the patch alone. */
export type FixForm = FixTool | 'patch';

const isTrue = (value: unknown) => value === true;

/**
 * The form that this reader wants fixes in. Whoever prefers patches still has a tool, for what no patch does.
 *
 * @param hasPatch - whether the fix can be shown as a patch
 */
export function useFixForm(
  hasPatch: boolean,
): [FixForm, (form: FixForm) => void] {
  const [tool, setTool] = useFixTool();
  const [prefersPatch, setPrefersPatch] = useRemembered('fixAsPatch', isTrue);
  const choose = (form: FixForm) => {
    setPrefersPatch(form === 'patch');
    if (form !== 'patch') {
      setTool(form);
    }
  };
  return [hasPatch && prefersPatch ? 'patch' : tool, choose];
}
