/**
 * What can be run, and how it explains itself before anything is installed.
 */
const commands = {
  start: `npm start [-- OPTIONS]

Brings up the whole workshop on this machine and ends with the address to open: a real
Kubernetes API with the workshop's workloads, and a Backstage with the six services, the
template "Deploy a New Service" and the label contract card. Ctrl-C stops all of it.

The first start builds the control plane (about 6 minutes) and the app (about 1 minute);
a later start takes seconds. What is built and the cluster's data are kept in
~/.cache/portal-operations (PORTAL_CACHE names another folder).

  --port NUMBER        port of the portal on 127.0.0.1 (default 7007)
  --kubeconfig FILE    use this existing cluster instead; says what it will create there
                       and asks before it does
  --context NAME       context of that file (default: its current one)
  --yes                do not ask
  --fresh              forget the cluster's data of earlier starts
  --inspect            open the backend for a debugger on 127.0.0.1:9229
  --help               this text`,

  test: `npm test [-- SUITE ...]

Runs every suite, or those that are named, and ends with "N passed, N failed" over all.

  types      TypeScript
  lint       ESLint, with the walls between the rooms
  format     Prettier
  api        API reports of the public packages
  unit       tests without a cluster
  corpus     the rules against fleets that are healthy or broken on purpose
  cluster    tests against the real API server
  delivery   exports the dynamic plugins and loads them as Red Hat Developer Hub does
  browser    walks the workshop in Chromium

Chromium is CHROMIUM_PATH, or found on PATH, or installed with apt-get where that is
possible; so is redis for the suite cluster. The control plane is built once (about 6 minutes),
Argo CD for the suite cluster too (about 5 minutes).`,

  export: `npm run export [-- --package-url URL | --image-registry REGISTRY]

Makes the three dynamic plugins in build/dynamic-plugins and checks each of them; then a release in
build/release: archives, images, and the manifests that install them. docs/install.md says how.

  --package-url URL           the manifests name archives at this address
  --image-registry REGISTRY   they name images there, such as registry.example.com/portal
                              (without either they name folders)`,

  corpus: `npm run corpus

Makes 10,000 healthy fleets, breaks some thousands in every known way, and holds what the engine
says against the truth: recall and precision by rule, and which rule is mistaken for which.
Ends with 1 below the thresholds. The unit tests run a smaller one.`,

  bench: `npm run bench [-- NAME ...] [--quick]

Measures what the portal costs, or those benchmarks that are named, against the Kubernetes plugin's
own route or a plain client on the same API server. Prints tables and figures, writes
build/bench/<name>.json, and ends with 1 where a figure is over its limit. dev/bench/README.md says
what each one measures.

  label-change   from a label change to a report that shows it (1 minute)
  start-up       time and bytes to a synced index (1 minute)
  requests       requests to the API server for viewers (7 minutes)
  answers        answer times at 1,000, 10,000 and 40,000 Deployments (3 minutes)
  heap           memory and report times up to a million simulated workloads

  --quick        a small run of each, which shows that it works; no limit counts`,

  screenshots: `npm run screenshots

Takes the pictures of the README from the running product, into docs/images.`,

  'docs:rules': `npm run docs:rules [-- --check]

Writes what the pages in plugins/label-contract-common/docs/rules say of the rules: the
header of each page, and the index. The rest of a page is left as it is.

  --check              write nothing; fail where something would be written`,

  'docs:metrics': `npm run docs:metrics [-- --check]

Writes the tables of plugins/label-contract-backend/docs/metrics.md from the definitions. The
rest of the page is left as it is.

  --check              write nothing; fail where something would be written`,

  'docs:compatibility': `npm run docs:compatibility

Writes the table of docs/compatibility.md from what the tests said when each suite ran last. What
did not run is said to be not run. The rest of the page is left as it is.`,

  'new:rule': `npm run new:rule -- ID [--verdict contract|health]

Begins a rule of the label contract: its file, its test, its page and its line in
allRules.ts. Says what is left to write; until that is done, npm test -- unit fails.

  ID                   states the good state, such as label-on-pod-template; one that
                       begins with claim- is a rule about the catalog file, every other
                       one about a workload
  --verdict NAME       what a rule about a workload decides (default: contract for
                       label-, else health)`,

  fix: `npm run fix

Writes the headers of the rules' pages, the tables of the metrics and the API reports, and
formats all files.`,
};

module.exports = { commands };
