import type { GoProgram } from './buildGoPrograms';

/** Absolute paths of the programs that make a control plane. */
export interface ControlPlanePrograms {
  etcd: string;
  kubeApiserver: string;
  kubeControllerManager: string;
  kubeScheduler: string;
  kwok: string;
  kubectl: string;
}

/** One program, and the key it has in {@link ControlPlanePrograms}. */
export interface ProgramSource extends GoProgram {
  key: keyof ControlPlanePrograms;
}

/** All programs, in the order in which their builds help each other most. */
export const programSources: readonly ProgramSource[] = [
  {
    key: 'etcd',
    fileName: 'etcd',
    goPackage: 'go.etcd.io/etcd/server/v3',
    coldBuildMinutes: 1,
  },
  {
    key: 'kubectl',
    fileName: 'kubectl',
    goPackage: 'k8s.io/kubernetes/cmd/kubectl',
    coldBuildMinutes: 2,
  },
  {
    key: 'kwok',
    fileName: 'kwok',
    goPackage: 'sigs.k8s.io/kwok/cmd/kwok',
    coldBuildMinutes: 1,
  },
  {
    key: 'kubeScheduler',
    fileName: 'kube-scheduler',
    goPackage: 'k8s.io/kubernetes/cmd/kube-scheduler',
    coldBuildMinutes: 2,
  },
  {
    key: 'kubeControllerManager',
    fileName: 'kube-controller-manager',
    goPackage: 'k8s.io/kubernetes/cmd/kube-controller-manager',
    coldBuildMinutes: 2,
  },
  {
    key: 'kubeApiserver',
    fileName: 'kube-apiserver',
    goPackage: 'k8s.io/kubernetes/cmd/kube-apiserver',
    coldBuildMinutes: 1,
  },
];
