import { HttpAuthService } from '@backstage/backend-plugin-api';
import { EntityReportResponse } from '@portal-operations/plugin-label-contract-common';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import { ReportService } from '../reports/ReportService';
import { parseEntityReportRequest } from './parseEntityReportRequest';

/** What the routes need. */
export interface RouterOptions {
  readonly httpAuth: HttpAuthService;
  readonly reports: ReportService;
}

/** The routes of the plugin, below `/api/label-contract`. */
export function createRouter({
  httpAuth,
  reports,
}: RouterOptions): express.Router {
  const router = PromiseRouter();

  router.get(
    '/reports/entities/:kind/:namespace/:name',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const ref = parseEntityReportRequest(request);
      const report: EntityReportResponse = await reports.entityReport(ref, {
        credentials,
      });
      response.json(report);
    },
  );

  return router;
}
