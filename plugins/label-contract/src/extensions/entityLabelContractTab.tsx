import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { TAB_PATH } from '../routes';

/**
 * Places the tab on the page of Components. `path`, `title`, `group` and `filter` can be set in
 * `app.extensions`.
 */
export const entityLabelContractTab = EntityContentBlueprint.make({
  params: {
    path: TAB_PATH,
    title: 'Label contract',
    filter: { kind: 'component' },
    loader: async () => {
      const { EntityLabelContractTab } = await import(
        '../components/EntityLabelContractTab/EntityLabelContractTab'
      );
      return <EntityLabelContractTab />;
    },
  },
});
