import { AuditorService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import express from 'express';

/**
 * Records who reads what, and how it went; never what the answer was. That the caller's copy is still
 * right (304) is an answer, too.
 */
export async function auditRead<Result>(options: {
  auditor: AuditorService;
  request: express.Request;
  /** What sort of report it is, and of what. */
  meta: JsonObject & { readonly queryType: string };
  read: () => Promise<Result>;
}): Promise<Result> {
  const { auditor, request, meta, read } = options;
  const event = await auditor.createEvent({
    eventId: 'report-read',
    severityLevel: 'low',
    request,
    meta,
  });
  let result: Result;
  try {
    result = await read();
  } catch (error) {
    await event.fail({
      error: error instanceof Error ? error : new Error(String(error)),
    });
    throw error;
  }
  await event.success();
  return result;
}
