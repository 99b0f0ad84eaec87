import LinkIcon from '@material-ui/icons/Link';
import { PageBlueprint } from '@backstage/frontend-plugin-api';

/** The fleet page, with its item in the navigation. `path` and `title` can be set in `app.extensions`. */
export const fleetPage = PageBlueprint.make({
  params: {
    path: '/label-contract',
    title: 'Label contract',
    icon: <LinkIcon fontSize="inherit" />,
    loader: async () => {
      const { FleetPage } = await import('../components/FleetPage/FleetPage');
      return <FleetPage />;
    },
  },
});
