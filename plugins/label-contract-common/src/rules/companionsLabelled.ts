import { KUBERNETES_ID } from '../annotations';
import { termsOfSelector } from '../claim/termsOfSelector';
import { CompanionFacts } from '../facts/CompanionFacts';
import { refOfWorkload } from '../facts/WorkloadRef';
import { FactsView } from '../match/FactsView';
import { levelLabelsOf } from '../match/levelLabelsOf';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { defineWorkloadRule } from './Rule';

/**
 * What serves a workload of the service carries the contract label too: the tab lists Services,
 * Ingresses, Routes and autoscalers by the same query. A claim by selector asks for labels that are made
 * for workloads, so nothing is missed beside those.
 *
 * @public
 */
export const companionsLabelled = defineWorkloadRule({
  id: 'companions-labelled',
  description:
    'Services, Ingresses, Routes and autoscalers of a workload carry the contract label as it does.',
  verdict: 'contract',
  severities: ['info'],
  owners: ['ops'],
  evidences: ['exact'],
  fixes: [],
  needs: ['Service', 'Ingress', 'Route', 'HorizontalPodAutoscaler'],
  check({ workload, facts }) {
    const [term, ...others] = termsOfSelector(workload.selector);
    const isById = term?.key === KUBERNETES_ID && others.length === 0;
    const unlabelled =
      isById && workload.isMatched
        ? companionsOf(workload, facts).filter(
            ({ labels }) => labels[KUBERNETES_ID] === undefined,
          )
        : [];
    if (unlabelled.length === 0) {
      return undefined;
    }

    return {
      rule: 'companions-labelled',
      subject: refOfWorkload(workload.facts),
      levels: [],
      message: {
        id: 'missing',
        values: {
          workload: workload.facts.name,
          key: KUBERNETES_ID,
          shouldBe: term.value,
          companions: unlabelled
            .map(({ kind, name }) => ({ kind, name }))
            .sort(
              (a, b) =>
                a.kind.localeCompare(b.kind, 'en') ||
                a.name.localeCompare(b.name, 'en'),
            ),
        },
      },
      fixes: [],
    };
  },
});

/** The Services that lead to its pods, what leads to those, and what scales it. */
function companionsOf(
  workload: MatchedWorkload,
  facts: FactsView,
): CompanionFacts[] {
  const { kind, name } = workload.facts;
  const { podTemplate } = levelLabelsOf(workload.facts);
  const companions = [...facts.companionsIn(workload.facts)];
  const services = new Set(
    companions
      .filter(each => each.kind === 'Service')
      .filter(({ selector }) => {
        const terms = Object.entries(selector);
        // One without a selector leads nowhere by itself.
        return (
          terms.length > 0 &&
          terms.every(([key, value]) => podTemplate[key] === value)
        );
      })
      .map(service => service.name),
  );
  return companions.filter(each => {
    switch (each.kind) {
      case 'Service':
        return services.has(each.name);
      case 'Ingress':
      case 'Route':
        return each.services.some(service => services.has(service));
      case 'HorizontalPodAutoscaler':
        return each.target.kind === kind && each.target.name === name;
      default:
        return each satisfies never;
    }
  });
}
