import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { labelContractApiRef } from '../api/LabelContractApi';
import { LabelContractClient } from '../api/LabelContractClient';

/** Gives the client to components of the new frontend system. */
export const labelContractApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: labelContractApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new LabelContractClient(deps),
    }),
});
