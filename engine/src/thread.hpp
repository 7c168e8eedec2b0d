// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_THREAD_HPP
#define DDB_SRC_THREAD_HPP

#include <pthread.h>

#include <cstddef>
#include <functional>

namespace ddb::detail {

/// Makes a thread of the library's own. All signals stay with the threads of the host.
/// @param stack where its stack ends, which grows down; null: the system takes one
/// @param size of the stack in bytes; of memory, it takes what is used of it
/// @param body what it does
/// @returns the thread, to be joined or detached
/// @throws std::system_error
pthread_t make_thread(void* stack, std::size_t size, std::function<void()> body);

}  // namespace ddb::detail

#endif  // DDB_SRC_THREAD_HPP
