import type { AuditorService } from '@backstage/backend-plugin-api';
import type { StepContext } from './StepContext';

/** Options of {@link audited}. */
export interface AuditedOptions {
  auditor: AuditorService;
  ctx: StepContext;
  /** What is done, such as `namespace-create`. */
  eventId: string;
  /** What it is done to; no secrets. */
  meta: Record<string, string | boolean>;
  /** Default: medium. */
  severityLevel?: 'medium' | 'high';
}

/** Does the work, and tells the portal's audit log who had it done, to what, and how it ended. */
export async function audited(
  { auditor, ctx, eventId, meta, severityLevel = 'medium' }: AuditedOptions,
  work: () => Promise<void>,
): Promise<void> {
  const event = await auditor.createEvent({
    eventId,
    severityLevel,
    meta: { ...meta, taskId: ctx.task.id, initiator: ctx.user?.ref ?? 'none' },
  });
  try {
    await work();
  } catch (error) {
    await event.fail({
      error: error instanceof Error ? error : new Error(String(error)),
    });
    throw error;
  }
  await event.success();
}
