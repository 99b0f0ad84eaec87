import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  CommandFix,
  Finding,
  Fix,
  renderCatalogFix,
  renderConfigFix,
  renderFix,
  renderPatchFile,
  renderSourceFix,
} from '@portal-operations/plugin-label-contract-common';
import { useFixTool } from '../../hooks/useFixTool';
import { labelContractTranslationRef } from '../../translation';
import { describeCost, describeReversal } from '../../words/describeCost';
import { describeHow } from '../../words/describeHow';
import { describeTicket } from '../../words/describeTicket';
import { Command } from '../Command/Command';
import { CopyBlock } from '../CopyBlock/CopyBlock';
import { CopyButton } from '../CopyBlock/CopyButton';
import { Note } from '../Note/Note';
import { SyncSection } from './SyncSection';

/** Props of {@link FixSection}. */
export interface FixSectionProps {
  /** Unique among the fixes on the page. */
  readonly id: string;
  readonly finding: Finding;
  readonly fix: Fix;
  /** Moment that the report speaks for. */
  readonly asOf: Date;
}

/** One fix, ready to copy: a command, a part of a file, or a ticket. */
export function FixSection({ id, finding, fix, asOf }: FixSectionProps) {
  const { t } = useTranslationRef(labelContractTranslationRef);
  const [tool] = useFixTool();
  switch (fix.kind) {
    case 'set-label':
    case 'remove-label':
    case 'label-pods':
    case 'roll-pods':
    case 'recreate-workload':
    case 'grant-read': {
      const reverted = 'reverted' in fix ? fix.reverted : undefined;
      return (
        <Command
          id={id}
          render={chosen => renderFix(fix, chosen)}
          patch={patchOf(fix)}
          value={fix.kind === 'set-label' ? fix.value : undefined}
        >
          {form => (
            <>
              {reverted && (
                <Note kind="warning">{describeReversal(reverted, t)}</Note>
              )}
              <Note kind="restarts">
                {describeCost({ fix, isPatch: form === 'patch' }, t)}
              </Note>
            </>
          )}
        </Command>
      );
    }
    case 'edit-annotations':
    case 'relate-cluster':
      return (
        <CopyBlock how={describeHow(fix, t)} text={renderCatalogFix(fix)} />
      );
    case 'edit-config':
      return (
        <CopyBlock how={describeHow(fix, t)} text={renderConfigFix(fix)} />
      );
    case 'edit-source':
      return (
        <CopyBlock how={describeHow(fix, t)} text={renderSourceFix(fix)} />
      );
    case 'sync':
      return <SyncSection fix={fix} />;
    case 'tell-owner':
      return (
        <div>
          <CopyButton
            isOutlined
            label={t('fix.copyTicket')}
            text={describeTicket({ finding, tool, asOf }, t)}
          />
        </div>
      );
    default:
      return fix satisfies never;
  }
}

/** The patch that is all of a fix; undefined where it takes more than that, or something else. */
function patchOf(fix: CommandFix): string | undefined {
  const isPatch =
    fix.kind === 'remove-label' ||
    (fix.kind === 'set-label' && !fix.pods?.length);
  return isPatch && fix.levels.length > 0 ? renderPatchFile(fix) : undefined;
}
