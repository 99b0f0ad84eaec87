import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

/**
 * Places the card on the overview of Components. `type` and `filter` can be set in
 * `app.extensions`.
 */
export const entityLabelContractCard = EntityCardBlueprint.make({
  params: {
    type: 'content',
    filter: { kind: 'component' },
    loader: async () => {
      const { EntityLabelContractCard } = await import(
        '../components/EntityLabelContractCard/EntityLabelContractCard'
      );
      return <EntityLabelContractCard />;
    },
  },
});
