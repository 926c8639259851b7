import { createRouter, createWebHashHistory } from 'vue-router'

export const MENU = [
  { path: '/home', label: '首页', help: 'home' },
  { path: '/deputies', label: '代表名册', help: 'deputies' },
  { path: '/visits', label: '接待走访', help: 'visits' },
  { path: '/matters', label: '建议办理', help: 'matters' },
  { path: '/registers', label: '十表台账', help: 'registers' },
  { path: '/reports', label: '报表统计', help: 'reports' },
  { path: '/settings/station', label: '系统设置', help: 'settings' },
] as const

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', redirect: '/home' },
    { path: '/home', component: () => import('./pages/home/Home.vue') },
    { path: '/deputies', component: () => import('./pages/deputies/DeputyList.vue') },
    { path: '/deputies/new', component: () => import('./pages/deputies/DeputyForm.vue') },
    { path: '/deputies/:id', component: () => import('./pages/deputies/DeputyList.vue') },
    { path: '/deputies/:id/edit', component: () => import('./pages/deputies/DeputyForm.vue') },
    { path: '/visits', component: () => import('./pages/visits/Visits.vue') },
    { path: '/visits/new', component: () => import('./pages/visits/ReceptionForm.vue') },
    { path: '/visits/:id', component: () => import('./pages/visits/ReceptionForm.vue') },
    { path: '/matters', component: () => import('./pages/matters/MatterList.vue') },
    { path: '/matters/new', component: () => import('./pages/matters/MatterForm.vue') },
    { path: '/matters/:id', component: () => import('./pages/matters/MatterPage.vue') },
    { path: '/matters/:id/edit', component: () => import('./pages/matters/MatterForm.vue') },
    { path: '/registers', component: () => import('./pages/registers/Registers.vue') },
    { path: '/reports', component: () => import('./pages/reports/Reports.vue') },
    { path: '/settings/:tab', component: () => import('./pages/settings/Settings.vue') },
    { path: '/:rest(.*)', redirect: '/home' },
  ],
})
