import { Finding } from '@portal-operations/plugin-label-contract-common';
import { sampleClaimFindings } from './sampleClaimFindings';
import { sampleHealthFindings } from './sampleHealthFindings';
import { sampleLabelFindings } from './sampleLabelFindings';

/** Every sample of a finding, with a name. */
export function sampleFindings(): [name: string, finding: Finding][] {
  return [
    ...Object.entries(sampleClaimFindings()),
    ...Object.entries(sampleLabelFindings()),
    ...Object.entries(sampleHealthFindings()),
  ];
}
