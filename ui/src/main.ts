import { createPinia } from 'pinia'
import { createApp } from 'vue'
import './style.css'
import App from './App.vue'
import { openBackend } from './backend'
import { router } from './router'

await openBackend()
createApp(App).use(createPinia()).use(router).mount('#app')
