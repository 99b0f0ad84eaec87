/** Whether a namespace can have that name. Source: `IsDNS1123Label` of k8s.io/apimachinery. */
export function isNamespaceName(name: string): boolean {
  return /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name);
}
